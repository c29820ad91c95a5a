package org.coalition.acceptance.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalition.local.process.Await;

/** Many subscribers on one thread, some of which never read what they asked for. The others come back whenever they are cut off. */
public final class Crowd implements AutoCloseable {
    private static final Pattern EVENT_ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TURN_MILLIS = 50;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final InetSocketAddress gateway;
    private final String bearer;
    private final Selector selector;
    private final List<Member> members = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final Thread thread = new Thread(this::run, "crowd");
    private volatile boolean stopping;

    /** One of them; its events and whether any came twice. */
    private final class Member {
        private final boolean deaf;
        private final Set<String> ids = new HashSet<>();
        private final StringBuilder line = new StringBuilder();
        private SocketChannel channel;
        private String lastId = "";
        private String pendingId = "";
        private String pendingEvent = "";
        private long connectAt = System.nanoTime();
        private volatile int events;
        private volatile int twice;
        private volatile boolean welcome;

        Member(boolean deaf) {
            this.deaf = deaf;
        }

        void connect() throws IOException {
            line.setLength(0);
            pendingId = lastId;
            pendingEvent = "";
            channel = SocketChannel.open();
            if (deaf) {
                channel.socket().setReceiveBufferSize(4_096);
            }
            channel.configureBlocking(false);
            channel.connect(gateway);
            channel.register(selector, SelectionKey.OP_CONNECT, this);
        }

        void ready(SelectionKey key) throws IOException {
            if (key.isConnectable() && channel.finishConnect()) {
                String again = lastId.isEmpty() ? "" : "Last-Event-ID: " + lastId + "\r\n";
                channel.write(ByteBuffer.wrap(("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + bearer + "\r\n" + again + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
                key.interestOps(SelectionKey.OP_READ);
            } else if (key.isReadable()) {
                buffer.clear();
                if (channel.read(buffer) < 0) {
                    throw new IOException("ended");
                }
                if (deaf && welcome) {
                    key.interestOps(0);
                }
                for (buffer.flip(); buffer.hasRemaining(); ) {
                    take((char) (buffer.get() & 0xFF));
                }
            }
        }

        private void take(char octet) {
            if (octet != '\n') {
                line.append(octet);
                return;
            }
            if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
            }
            if (line.length() == 0) {
                if (!pendingEvent.isEmpty()) {
                    twice += ids.add(pendingEvent) ? 0 : 1;
                    events = ids.size();
                }
                lastId = pendingId;
                welcome |= !lastId.isEmpty();
                pendingEvent = "";
            } else if (line.indexOf("id: ") == 0) {
                pendingId = line.substring(4);
            } else if (line.indexOf("data: ") == 0) {
                Matcher id = EVENT_ID.matcher(line);
                pendingEvent = id.find() ? id.group(1) : "";
            }
            line.setLength(0);
        }

        void lost() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            channel = null;
            connectAt = System.nanoTime() + PAUSE_NANOS;
        }
    }

    /**
     * Gathers the crowd; all listen when it returns.
     *
     * @param deafOneIn one in so many never reads
     */
    public Crowd(String gateway, String bearer, int size, int deafOneIn) {
        URI address = URI.create(gateway);
        this.gateway = new InetSocketAddress(address.getHost(), address.getPort());
        this.bearer = bearer;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < size; i++) {
            members.add(new Member(i % deafOneIn == 0));
        }
        thread.setDaemon(true);
        thread.start();
        if (!Await.until(PATIENCE, () -> members.stream().allMatch(member -> member.welcome))) {
            throw new AssertionError(
                    members.stream().filter(member -> !member.welcome).count() + " were not let in");
        }
    }

    /** Waits until each that reads has had so many events, none of them twice. */
    public void awaitEvents(int count) {
        List<Member> readers = members.stream().filter(member -> !member.deaf).toList();
        if (!Await.until(PATIENCE, () -> readers.stream().allMatch(member -> member.events >= count))) {
            throw new AssertionError("%d of %d have fewer than %d events"
                    .formatted(
                            readers.stream()
                                    .filter(member -> member.events < count)
                                    .count(),
                            readers.size(),
                            count));
        }
    }

    /** The numbers of events that those who read have had; one number if all had the same. */
    public Set<Integer> counts() {
        Set<Integer> counts = new HashSet<>();
        members.stream().filter(member -> !member.deaf).forEach(member -> counts.add(member.events));
        return counts;
    }

    /** How many events came to somebody for a second time. */
    public int repeated() {
        return members.stream().mapToInt(member -> member.twice).sum();
    }

    @Override
    public void close() {
        stopping = true;
        selector.wakeup();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            for (Member member : members) {
                if (member.channel != null) {
                    member.channel.close();
                }
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                long now = System.nanoTime();
                for (Member member : members) {
                    if (member.channel == null && now - member.connectAt >= 0) {
                        member.connect();
                    }
                }
                selector.select(TURN_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    Member member = (Member) key.attachment();
                    try {
                        member.ready(key);
                    } catch (IOException cut) {
                        member.lost();
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

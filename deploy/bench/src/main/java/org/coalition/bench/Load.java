package org.coalition.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One request again and again over some kept connections, by means so plain that they cost next to nothing themselves. */
final class Load {
    static final int CONNECTIONS = 16;
    private static final String LENGTH = "content-length:";

    private final int port;
    private final byte[] request;

    Load(int port, String path, String token) {
        this.port = port;
        this.request = ("GET " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Requests a second. */
    double run(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(threads.submit(() -> repeat(end)));
            }
            long sum = 0;
            for (Future<Long> count : counts) {
                sum += count.get();
            }
            return sum / (double) length.toSeconds();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load on port " + port + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private long repeat(long end) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16384);
            StringBuilder line = new StringBuilder();
            long count = 0;
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                skipAnswer(in, line);
                count++;
            }
            return count;
        }
    }

    private static void skipAnswer(InputStream in, StringBuilder line) throws IOException {
        String status = read(in, line);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        int length = -1;
        for (String header = read(in, line); !header.isEmpty(); header = read(in, line)) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).trim());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without a length");
        }
        in.skipNBytes(length);
    }

    private static String read(InputStream in, StringBuilder line) throws IOException {
        line.setLength(0);
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("the connection ended");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}

package org.coalition.gateway.neighbours;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A caller that says exactly what it is told, byte by byte, and so can say what no client library would. */
public final class Caller implements Closeable {
    private static final int TIMEOUT_MILLIS = 8000;

    private final Socket socket;
    private final InputStream in;

    public Caller(int port) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own. */
    public static Reply ask(int port, String head) {
        try (Caller caller = new Caller(port)) {
            return caller.send(head).reply();
        }
    }

    /** A request line with the headers that every request needs, and more of one's own. */
    public static String head(String line, String... headers) {
        String more = String.join("\r\n", headers);
        return line + " HTTP/1.1\r\nHost: gateway.test\r\n" + (more.isEmpty() ? "" : more + "\r\n") + "\r\n";
    }

    public Caller send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Caller send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException gone) {
            // The gateway may refuse before it has read all; the answer is what counts.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Reads one answer, whole or as far as it comes. */
    public Reply reply() {
        return read(true);
    }

    /** Reads the answer to HEAD, which has no body whatever its length says. */
    public Reply headOnly() {
        return read(false);
    }

    private Reply read(boolean withBody) {
        StringBuilder head = new StringBuilder();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean complete = false;
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                int octet = in.read();
                if (octet < 0) {
                    return new Reply(head.toString(), "", false);
                }
                head.append((char) octet);
            }
            complete = !withBody || readBody(head.toString(), body);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("No answer in time; so far: " + head, e);
        } catch (SocketException reset) {
            complete = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Reply(head.toString(), body.toString(StandardCharsets.UTF_8), complete);
    }

    /** Whether the gateway has closed the connection; waits for it. */
    public boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private boolean readBody(String head, ByteArrayOutputStream body) throws IOException {
        Reply reply = new Reply(head, "", false);
        if (reply.header("transfer-encoding") != null) {
            return readChunks(body);
        }
        String length = reply.header("content-length");
        return length == null || reply.status() == 304 || read(Integer.parseInt(length), body);
    }

    private boolean readChunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            String line = line();
            if (line.isEmpty()) {
                return false;
            }
            int size = Integer.parseInt(line, 16);
            if (!read(size, body)) {
                return false;
            }
            line();
            if (size == 0) {
                return true;
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().trim();
    }

    private boolean read(int length, ByteArrayOutputStream body) throws IOException {
        byte[] bytes = in.readNBytes(length);
        body.write(bytes);
        return bytes.length == length;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.coalition.defaults.web;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops reading a body that did not announce its length where it becomes too large; the framework's own 413 is empty. */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private final long mostBytes;

    BodyLimit(@ConfigProperty(name = "coalition.max-body-size") MemorySize mostBytes) {
        this.mostBytes = mostBytes.asLongValue();
    }

    /** An {@link IOException}, because the JSON reader passes that on as it is. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        private Exceeded(long mostBytes) {
            super(refusal(mostBytes));
        }
    }

    /** What a caller is told who sent more than this. */
    static String refusal(long mostBytes) {
        return "A body has at most %d bytes.".formatted(mostBytes);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream(), mostBytes));
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private long read;

        Limited(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int bytes = super.read(into, from, length);
            count(Math.max(0, bytes));
            return bytes;
        }

        private void count(int bytes) throws Exceeded {
            read += bytes;
            if (read > most) {
                throw new Exceeded(most);
            }
        }
    }
}

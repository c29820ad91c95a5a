package org.coalition.defaults.web;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * A request that is a record comes as JSON. The framework would make one out of plain text as well, where it has a single text in
 * it, past all checks.
 */
@Provider
public class OnlyJson implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        boolean json = type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
        if (context.getType().isRecord() && !json) {
            throw new NotSupportedException();
        }
        return context.proceed();
    }
}

package org.coalition.initiatives.csv;

import com.fasterxml.jackson.databind.SequenceWriter;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/** Sends a table batch for batch. */
@Provider
@Produces(SheetBody.MEDIA_TYPE)
public class SheetBody implements MessageBodyWriter<Sheet<?>> {
    public static final String MEDIA_TYPE = "text/csv;charset=utf-8";

    private static final Logger LOG = Logger.getLogger(SheetBody.class);

    private final CurrentVertxRequest request;

    SheetBody(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Sheet.class;
    }

    @Override
    public void writeTo(
            Sheet<?> sheet,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(sheet.fileName()));
        try {
            write(sheet, body);
        } catch (IOException | RuntimeException failure) {
            breakOff();
            throw failure;
        }
    }

    /** What has begun to be sent would end like a whole table; so the connection ends instead. */
    private void breakOff() {
        RoutingContext exchange = request.getCurrent();
        if (exchange.response().headWritten()) {
            exchange.request().connection().close().onFailure(gone -> LOG.debug("The caller has gone", gone));
        }
    }

    static <R extends Record> void write(Sheet<R> sheet, OutputStream body) throws IOException {
        Writer text = new OutputStreamWriter(body, StandardCharsets.UTF_8);
        try (SequenceWriter lines = CsvFormat.MAPPER
                .writer(CsvFormat.columns(sheet.row()))
                .forType(sheet.row())
                .writeValues(text)) {
            for (List<R> batch = sheet.first(); !batch.isEmpty(); batch = sheet.after(batch)) {
                lines.writeAll(batch);
                lines.flush();
            }
        }
        text.flush();
    }
}

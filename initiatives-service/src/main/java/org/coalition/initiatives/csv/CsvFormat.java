package org.coalition.initiatives.csv;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** How tables are written: RFC 4180 with a header line, and texts that no spreadsheet takes for formulas. */
final class CsvFormat {
    static final CsvMapper MAPPER = CsvMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(String.class, new Guarded()))
            .build();

    private CsvFormat() {}

    /** The columns of a table: the components of its row, in their order. */
    static CsvSchema columns(Class<? extends Record> row) {
        return MAPPER.schemaFor(row).withHeader().withLineSeparator("\r\n");
    }

    private static final class Guarded extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        Guarded() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator csv, SerializerProvider provider) throws IOException {
            csv.writeString(FormulaGuard.guard(text));
        }
    }
}

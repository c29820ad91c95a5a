package org.coalition.initiatives;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tables as callers send and get them. */
public final class Tables {
    private Tables() {}

    /** A table, exported. */
    public static Response export(String token, String path) {
        return request(token).accept("text/csv").get("/v1/exports/" + path);
    }

    /** The rows of an exported table by column; only for tables without quotes. */
    public static List<Map<String, String>> rows(String token, String path) {
        Response answer = Fixtures.ok(export(token, path));
        List<String> lines = Arrays.asList(answer.asString().split("\r\n", -1));
        String[] columns = lines.get(0).split(",", -1);
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> row(columns, line.split(",", -1)))
                .toList();
    }

    /** A table, imported. */
    public static Response post(String token, String query, String prefer, String table) {
        RequestSpecification request = request(token)
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset("UTF-8")
                                .encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .accept(ContentType.JSON)
                .contentType("text/csv");
        if (prefer != null) {
            request.header("Prefer", prefer);
        }
        return request.body(table).post("/v1/imports/contributions" + query);
    }

    private static RequestSpecification request(String token) {
        return token == null ? RestAssured.given() : RestAssured.given().auth().oauth2(token);
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, columns.length).forEach(i -> row.put(columns[i], cells[i]));
        return row;
    }
}

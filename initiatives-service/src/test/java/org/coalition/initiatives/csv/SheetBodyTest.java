package org.coalition.initiatives.csv;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SheetBodyTest {
    @TestHTTPResource("/v1/broken-sheet-double/")
    URI broken;

    @Test
    void aTableThatBreaksOffIsNotTakenForAWholeOne() {
        for (int batches : new int[] {3, 20}) {
            assertThrows(IOException.class, () -> HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(broken.resolve(Integer.toString(batches)))
                                    .build(),
                            BodyHandlers.ofString()));
        }
    }

    @Test
    void aTableThatCannotBeBegunIsAProblem() {
        RestAssured.given().get(broken.resolve("0")).then().statusCode(500).contentType("application/problem+json");
    }
}

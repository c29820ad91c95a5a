package org.coalition.defaults.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Lets the answers of a deprecated operation, refusals as well, say until when it can be used. */
@Provider
public class DeprecationHeaders implements DynamicFeature {
    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        Deprecation deprecation = operation.getResourceMethod().getAnnotation(Deprecation.class);
        if (deprecation != null) {
            context.register(new Telling(deprecation));
        }
    }

    static final class Telling implements ContainerResponseFilter {
        private final String since;
        private final String sunset;
        private final String link;

        Telling(Deprecation deprecation) {
            this.since = "@" + start(deprecation.since()).getEpochSecond();
            this.sunset = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    start(deprecation.sunset()).atOffset(ZoneOffset.UTC));
            this.link = "<" + deprecation.link() + ">; rel=\"deprecation\"; type=\"text/html\"";
        }

        private static Instant start(String day) {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
            answer.getHeaders().putSingle("Deprecation", since);
            answer.getHeaders().putSingle("Sunset", sunset);
            answer.getHeaders().add("Link", link);
        }
    }
}

package org.coalition.meetings.decision;

import jakarta.inject.Singleton;
import org.coalition.defaults.aggregate.GaplessNumbers;

/** The number of an adopted decision in the register: {@code DEC/2026/014}, without gaps in a year. */
@Singleton
class RegisterNumber {
    private static final String BODY = "DEC";

    private final GaplessNumbers numbers;

    RegisterNumber(GaplessNumbers numbers) {
        this.numbers = numbers;
    }

    String next(int year) {
        String series = BODY + "/" + year;
        return "%s/%03d".formatted(series, numbers.next(series));
    }
}

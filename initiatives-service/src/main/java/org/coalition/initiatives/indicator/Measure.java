package org.coalition.initiatives.indicator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the values of an indicator are to be read (IATI 2.03, IndicatorMeasure 1 to 4). Its fifth, qualitative, has no values to
 * compute anything from.
 */
@Schema(
        description =
                "UNIT and PERCENTAGE can be reckoned between; ORDINAL values have an order only, NOMINAL ones not even that.")
public enum Measure {
    UNIT,
    PERCENTAGE,
    NOMINAL,
    ORDINAL;

    /** Whether half of the way means something. */
    boolean isProportional() {
        return this == UNIT || this == PERCENTAGE;
    }
}

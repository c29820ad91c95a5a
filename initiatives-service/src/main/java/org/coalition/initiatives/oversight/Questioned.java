package org.coalition.initiatives.oversight;

import java.math.BigDecimal;

/** The value that open findings on one party question in one currency, as the database sums it. */
record Questioned(String owner, String currency, BigDecimal amount) {}

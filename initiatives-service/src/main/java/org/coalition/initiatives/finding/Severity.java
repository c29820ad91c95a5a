package org.coalition.initiatives.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much a finding weighs. */
@Schema(name = "FindingSeverity")
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}

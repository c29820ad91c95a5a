package org.coalition.initiatives.enduse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of an article that has arrived. */
@Schema(name = "ArticleHolding")
public enum ArticleStatus {
    /** With its holder. */
    HELD,
    /** By a loss report that stands, or by the last check. */
    LOST,
    /** Used up, by the last check. */
    EXPENDED,
    /** Returned to who gave it. */
    RETURNED
}

package org.coalition.initiatives.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reviewer says of the content. */
@Schema(name = "ReviewVerdict")
enum Verdict {
    AGREED,
    REFUSED
}

/** Urgent consultations: what happened, who has heard of it and when, and how soon it was decided. */
@CheckReturnValue
package org.coalition.meetings.consultation;

import com.google.errorprone.annotations.CheckReturnValue;

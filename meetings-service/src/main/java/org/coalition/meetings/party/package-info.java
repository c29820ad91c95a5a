/** Parties: the states and organisations that take part. */
@CheckReturnValue
package org.coalition.meetings.party;

import com.google.errorprone.annotations.CheckReturnValue;

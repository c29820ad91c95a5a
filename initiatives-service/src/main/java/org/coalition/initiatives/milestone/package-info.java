/** Milestones: what is to be reached by when on the way of an initiative, and what a slip does to those that wait for it. */
@CheckReturnValue
package org.coalition.initiatives.milestone;

import com.google.errorprone.annotations.CheckReturnValue;

/** Progress: how far an initiative has come, from its milestones, its indicators and its parts. */
@CheckReturnValue
package org.coalition.initiatives.progress;

import com.google.errorprone.annotations.CheckReturnValue;

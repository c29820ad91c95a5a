/** What a failure of Kafka's clients means for the one who has to mend it. */
@CheckReturnValue
package org.coalition.defaults.broker;

import com.google.errorprone.annotations.CheckReturnValue;

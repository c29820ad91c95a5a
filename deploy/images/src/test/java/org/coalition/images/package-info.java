/** What the images are made of, what the one-machine set with an engine is made of, and what is said of their security. */
@CheckReturnValue
package org.coalition.images;

import com.google.errorprone.annotations.CheckReturnValue;

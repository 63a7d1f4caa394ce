/** Keys to the API: made, shown once, taken back, and read at every request that brings one. */
@NullMarked
package se.samverkan.access.token;

import org.jspecify.annotations.NullMarked;

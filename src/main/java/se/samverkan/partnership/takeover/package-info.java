/** Cases that already run in Word and Excel, taken over as they are. It stands on {@code course}. */
@NullMarked
package se.samverkan.partnership.takeover;

import org.jspecify.annotations.NullMarked;

/** The demonstration's agreements, money and deviations, as invented people make them by the same doors as the pages. */
@NullMarked
package se.samverkan.agreement.invented;

import org.jspecify.annotations.NullMarked;

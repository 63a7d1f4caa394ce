/** Goals as run charts, with the rules that tell a change from chance, and figures that the unit counts itself. It stands on {@code plan}. */
@NullMarked
package se.samverkan.followup.goal;

import org.jspecify.annotations.NullMarked;

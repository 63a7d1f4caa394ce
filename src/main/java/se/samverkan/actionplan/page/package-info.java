/** What people see of a plan and do in it. It stands on all the other parts of the room. */
@NullMarked
package se.samverkan.actionplan.page;

import org.jspecify.annotations.NullMarked;

/**
 * Programme variants: what a programme is called, its phases, meetings, papers, forms, roles and checks. All of it is data;
 * code never asks which programme it is. {@code variant} holds the values, {@code file} the readable file, {@code keeping}
 * the versions in the database, {@code page} what people see and change.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared::page", "organisation", "access"})
@NullMarked
package se.samverkan.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

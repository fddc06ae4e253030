/** Reports in the formats that code hosts and build servers show: SARIF, JUnit's XML, GitLab's code quality. */
@NullMarked
package dev.rehearsal.report.ci;

import org.jspecify.annotations.NullMarked;

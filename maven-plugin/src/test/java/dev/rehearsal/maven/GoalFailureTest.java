package dev.rehearsal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class GoalFailureTest {
    @Test
    void what_harms_nobody_is_said_as_it_was() {
        MojoExecutionException said =
                new MojoExecutionException("V2.sql:3: no such table\n  at 12", new Exception("no"));

        assertThat(GoalFailure.of(said)).isSameAs(said);
    }

    @Test
    void a_message_colours_no_terminal_and_commands_no_build_server() {
        MojoFailureException told =
                GoalFailure.of(new MojoFailureException("relation \"\u001b[31mx\n::error::owned\n##[error]\u202E\""));

        assertThat(told).hasMessage("relation \"\uFFFD[31mx\n·:error::owned\n·#[error]\uFFFD\"");
    }

    @Test
    void a_cause_that_would_is_not_told_by_maven_either() {
        MojoExecutionException said = new MojoExecutionException("It failed.", new Exception("\n::add-mask::x"));

        MojoExecutionException told = GoalFailure.of(said);

        assertThat(told).hasMessage("It failed.").hasNoCause();
        assertThat(told.getStackTrace()).isEqualTo(said.getStackTrace());
    }
}

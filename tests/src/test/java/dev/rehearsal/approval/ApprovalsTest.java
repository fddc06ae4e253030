package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.approval.Desk.Change;
import dev.rehearsal.result.Risk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalsTest {
    @TempDir
    private Path root;

    private Desk desk;

    @BeforeEach
    void rehearse() {
        desk = new Desk(root).rehearsed(Risk.HIGH);
    }

    @Test
    void a_high_risk_needs_dba_for_the_plan_and_ops_for_the_rollback_plan() {
        assertThat(desk.problems()).hasSize(2);
        assertThat(desk.problems().get(0))
                .startsWith("dba: approve the plan by mvn rehearsal:approve -Drole=dba")
                .endsWith("version 2 is HIGH.");
        assertThat(desk.problems().get(1))
                .startsWith("ops: approve the rollback plan")
                .contains("rollback-plan");
        desk.approve("dba", "Ada Lovelace");
        assertThat(desk.problems()).singleElement().asString().startsWith("ops: ");
        desk.approve("ops", "Grace Hopper");
        assertThat(desk.problems()).isEmpty();
    }

    @Test
    void a_medium_risk_needs_dba_alone_and_a_low_one_nobody() {
        assertThat(desk.rehearsed(Risk.MEDIUM).problems())
                .singleElement()
                .asString()
                .startsWith("dba: ");
        assertThat(desk.rehearsed(Risk.LOW).problems()).isEmpty();
    }

    @Test
    void the_roles_of_a_risk_can_be_set_and_an_empty_list_means_nobody() {
        desk.set("approvals.HIGH.plan", "lead,dba").set("approvals.HIGH.rollback-plan", "");
        assertThat(desk.problems()).hasSize(2).noneMatch(problem -> problem.startsWith("ops"));
        assertThat(desk.problems().get(0)).startsWith("lead: ");
    }

    @ParameterizedTest
    @EnumSource
    void a_signature_holds_only_as_long_as_nothing_changed(Change change) {
        desk.approve("dba", "Ada Lovelace").approve("ops", "Grace Hopper");
        assertThat(desk.problems()).isEmpty();
        desk.change(change);
        assertThat(desk.problems()).as(change.toString()).isNotEmpty().anyMatch(p -> p.contains(change.words()));
    }

    @Test
    void a_new_rehearsal_of_the_same_scripts_with_other_figures_leaves_the_signatures() {
        desk.approve("dba", "Ada Lovelace").approve("ops", "Grace Hopper");
        desk.wait(Duration.ofDays(1)).rehearsed(Risk.HIGH).write("plan.md", "other milliseconds");
        assertThat(desk.problems()).isEmpty();
    }

    @Test
    void what_gets_better_takes_nothing_away() {
        desk.rehearsed(Risk.HIGH, "warning table-rewritten");
        desk.approve("dba", "Ada Lovelace").approve("ops", "Grace Hopper");
        desk.rehearsed(Risk.MEDIUM);
        assertThat(desk.problems()).isEmpty();
    }

    @Test
    void the_document_that_was_signed_may_not_be_edited_afterwards() {
        desk.approve("dba", "Ada Lovelace").approve("ops", "Grace Hopper").write("plan.md", "milder words");
        assertThat(desk.problems())
                .singleElement()
                .asString()
                .startsWith("dba: approve the plan again")
                .contains("plan.md was changed since Ada Lovelace signed");
    }

    @Test
    void an_entry_that_was_edited_by_hand_is_noticed() {
        desk.approve("dba", "Ada Lovelace").approve("ops", "Grace Hopper");
        desk.editApprovals("Ada Lovelace", "Alan Turing");
        assertThat(desk.problems())
                .singleElement()
                .asString()
                .startsWith("dba: ")
                .contains("edited by hand");
    }

    @Test
    void two_roles_are_never_signed_by_one_person_unless_allowed() {
        desk.approve("dba", "Ada Lovelace");
        assertThatThrownBy(() -> desk.approve("ops", " ada  LOVELACE "))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining("allowSamePerson");
        desk.set("approvals.allowSamePerson", "true").approve("ops", "ada lovelace");
        assertThat(desk.problems()).isEmpty();
        desk.set("approvals.allowSamePerson", "false");
        assertThat(desk.problems()).singleElement().asString().startsWith("ops: let another person");
    }

    @Test
    void an_old_rehearsal_does_not_count() {
        desk.approve("dba", "Ada Lovelace").approve("ops", "Grace Hopper").wait(Duration.ofDays(15));
        assertThat(desk.problems()).singleElement().asString().contains("older than the 14 days");
        desk.set("approvals.maxAge", "30d");
        assertThat(desk.problems()).isEmpty();
    }

    @Test
    void nothing_is_approved_without_a_rehearsal_a_document_or_a_role() {
        assertRefused("dab", "Ada", "dba");
        assertRefused("dba", " ", "-Dby=");
        assertThatThrownBy(() -> desk.approvals().approve("ops", "Ada", Optional.of(Document.PLAN)))
                .hasMessageContaining("-Drehearsal.document=rollback-plan");
        desk.delete("plan.md");
        assertRefused("dba", "Ada", "mvn rehearsal:plan");
        desk.change(Change.SCRIPT);
        assertRefused("dba", "Ada", "V2__b.sql was changed after it was rehearsed");
        desk.delete("report.json");
        assertRefused("dba", "Ada", "mvn rehearsal:verify");
        assertThat(desk.problems()).singleElement().asString().contains("mvn rehearsal:verify");
    }

    @Test
    void a_second_signature_of_a_role_takes_the_place_of_the_first() {
        desk.approve("dba", "Ada Lovelace").approve("dba", "Alan Turing");
        assertThat(new ApprovalFile(root)
                        .read().stream().map(entry -> entry.approval().by()))
                .containsExactly("Alan Turing");
    }

    private void assertRefused(String role, String by, String words) {
        assertThatThrownBy(() -> desk.approve(role, by))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining(words);
    }
}

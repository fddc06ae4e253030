package dev.rehearsal.observe;

/** Waiting for threads, with a deadline. */
final class Threads {
    private Threads() {}

    /** {@return whether the thread has ended in time; an interrupt ends the waiting and is kept} */
    static boolean join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}

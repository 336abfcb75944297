"""Compares the mix of queues with that of last year."""


def watch(counts, usual, alarm):
    # Called each morning.
    for queue, share in counts.shares():
        if abs(share - usual[queue]) > 0.05:
            alarm(queue, share)

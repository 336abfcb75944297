"""Puts a claim into a queue and writes down why."""

import logging

LOG = logging.getLogger("claims-triage")


def triage(claim, model):
    queue = model.predict(claim)
    # clausewright: A.6.2.8
    LOG.info("claim %s into queue %s by model %s", claim.number, queue, model.version)
    return queue


def explain(claim, model):
    # clausewright: A.9.4
    return model.reasons(claim)[:3]

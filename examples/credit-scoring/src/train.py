"""Trains the credit-scoring model and writes it with its evaluation."""

import argparse
import json
from datetime import datetime, timezone
from pathlib import Path

import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.metrics import brier_score_loss, roc_auc_score

TARGET = "late_90_days_in_first_year"
GROUPS = ["age_band", "sex"]  # held out of training, used to compare groups
NEVER_USED = ["applicant_id", "postcode", "nationality", *GROUPS]
PARAMETERS = {
    "objective": "binary",
    "num_leaves": 31,
    "learning_rate": 0.04,
    "min_data_in_leaf": 400,
    "seed": 20260901,
    "deterministic": True,
}


def split_by_quarter(frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The last quarter is held out: a random split would let the model see the future."""
    last = frame["applied_on"].dt.to_period("Q").max()
    held_out = frame["applied_on"].dt.to_period("Q") == last
    return frame[~held_out], frame[held_out]


def features(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.drop(columns=[TARGET, "applied_on", *NEVER_USED])


def approval_gap(frame: pd.DataFrame, scores: np.ndarray, group: str, cut: float) -> float:
    """Largest difference in approval rate between the values of one attribute."""
    rates = (scores < cut).astype(float)
    means = pd.Series(rates, index=frame.index).groupby(frame[group], observed=True).mean()
    return float(means.max() - means.min())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cut", type=float, default=0.18)
    options = parser.parse_args()

    frame = pd.read_parquet(options.data)
    train, test = split_by_quarter(frame)
    model = lgb.train(PARAMETERS, lgb.Dataset(features(train), train[TARGET]), num_boost_round=600)
    scores = model.predict(features(test))

    options.out.mkdir(parents=True, exist_ok=True)
    model.save_model(options.out / "model.txt")
    evaluation = {
        "generated": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "metrics": [
            {"name": "auc", "value": round(roc_auc_score(test[TARGET], scores), 4), "min": 0.78},
            {"name": "brier", "value": round(brier_score_loss(test[TARGET], scores), 4), "max": 0.08},
            *(
                {"name": f"approval_gap_{group}", "value": round(approval_gap(test, scores, group, options.cut), 4), "max": 0.05}
                for group in GROUPS
            ),
        ],
    }
    (options.out / "evaluation.json").write_text(json.dumps(evaluation, indent=2) + "\n")


if __name__ == "__main__":
    main()

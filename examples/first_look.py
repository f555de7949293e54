"""A first look: a city's asset layer, and a training judged by its own scores.

Run it: ``python examples/first_look.py``. The library itself reads no files and prints nothing;
this script does.

Data: the Community Assets layer of the City of Cambridge, Massachusetts (public domain, PDDL 1.0;
see ``examples/data/README.md``), and 13 published pairs of scores on knowledge of waste, before
and after a health course in Bunipah, South Kalimantan (FK ULM, 2020).
"""

import json
from pathlib import Path

import abcd
from abcd import AssetKind

LAYER = Path(__file__).parent / "data" / "cambridge_community_assets.geojson"

# The city sorts by type of service. Reading these as kinds of assets is our choice.
KINDS = {
    "Arts & Culture": [AssetKind.CULTURAL],
    "Community Center": [AssetKind.SOCIAL, AssetKind.PHYSICAL],
    "Community Resource": [AssetKind.SOCIAL],
    "Health Care": [AssetKind.HUMAN],
    "Employment Program": [AssetKind.ECONOMIC],
}

BEFORE = [89, 93, 89, 85, 85, 96, 89, 65, 96, 96, 85, 96, 85]
AFTER = [93, 100, 96, 100, 89, 96, 100, 65, 96, 96, 93, 96, 92]


def read_layer() -> abcd.exchange.Imported:
    """Read the city's layer; what is wrong with it is reported, not lost."""
    return abcd.exchange.geojson.read(
        json.loads(LAYER.read_text(encoding="utf-8")),
        community_id="cambridge",
        community_name="Cambridge, Massachusetts",
        name="Organization",
        kind="AssetType",
        kinds=KINDS,
        place="Neighborhood",
        level="neighborhood",
    )


def show_table(table: abcd.inventory.Tally) -> None:
    """Print the rows of a table that are not empty."""
    print(f"\n{table.question} (share of {table.total} {table.denominator})")
    for row in table:
        if row["count"]:
            print(f"  {row['label']:<22} {row['count']:>3}  {row['share']:>5.0%}")
    for caveat in table.caveats:
        print(f"  ! {caveat}")


def look_at_assets() -> None:
    """Summarize the layer by kind and neighborhood, and show its faults."""
    imported = read_layer()
    print(f"THE ASSETS OF A CITY\n\n{imported.community!r}")
    found = abcd.inventory.summary(imported.community, level="neighborhood")
    show_table(found.by_primary_kind)
    show_table(found.by_place)
    for caveat in found.caveats:
        print(f"  ! {caveat}")
    print(f"\nFaults of the data: {len(imported.faults)}")
    for fault in imported.faults:
        print(f"  ! {fault}")
    names = [asset.name for asset in imported.community.assets]
    twice = sorted({name for name in names if names.count(name) > 1})
    print(f"  Named more than once, and kept apart: {', '.join(twice)}")


def judge_training() -> None:
    """Judge the scores, and say what they can not show."""
    print("\n\nA TRAINING, BY ITS OWN SCORES (the report says: 9 rose, 4 unchanged)\n")
    change = abcd.impact.paired_change(BEFORE, AFTER, maximum=100)
    print(f"  people measured twice  {change.n}")
    print(f"  mean before, after     {change.mean_before:.1f}, {change.mean_after:.1f}")
    print(f"  mean change            {change.mean_change:.2f} points")
    print(f"  95 % interval          {change.interval_low:.2f} to {change.interval_high:.2f}")
    print(f"  rose, unchanged, fell  {change.increased}, {change.unchanged}, {change.decreased}")
    print(f"  p: t, sign flips       {change.t_p:.4f}, {change.sign_flip_p:.4f}")
    print(f"  p: Wilcoxon            {change.wilcoxon_p:.4f} ({change.wilcoxon_method})")
    print(f"  d of the differences   {change.d_z:.2f}, of the scores {change.d_av:.2f}")
    if change.gain is not None:
        print(f"  normalized gain        {change.gain.class_gain:.2f} ({change.gain.band})")
    print("\n  What these scores can not show:")
    for caveat in change.caveats:
        print(f"  ! {caveat}")


def main() -> None:
    """Look at both."""
    look_at_assets()
    judge_training()


if __name__ == "__main__":
    main()

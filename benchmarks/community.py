"""How long a community takes, against making the objects that it holds.

Run by hand: ``python benchmarks/community.py``. Building the community, with its integrity check,
should take no longer than making its assets and ties did, and grow linearly.
"""

from rounds import medians

from abcd import Asset, Community, Tie

SIZES = (10_000, 20_000, 50_000, 100_000, 200_000)
TARGET = 1.0


def parts(size: int) -> tuple[list[Asset], list[Tie]]:
    """Make as many assets as ties."""
    assets = [
        Asset(f"a{number}", f"Asset {number}", kinds=["physical"], control="primary")
        for number in range(size)
    ]
    ties = [
        Tie(f"a{number}", f"a{(number * 7 + 1) % size}", kind="near", strength=2.0)
        for number in range(size)
    ]
    return assets, ties


def main() -> None:
    """Print the ratio and the time a part for growing sizes."""
    for size in SIZES:
        assets, ties = parts(size)
        sound = [tie for tie in ties if tie.source != tie.target]

        def build(assets: list[Asset] = assets, ties: list[Tie] = sound) -> Community:
            return Community("c", "C", assets=assets, ties=ties)

        def make(size: int = size) -> object:
            return parts(size)

        times = medians({"objects": make, "community": build}, rounds=5)
        ratio = times["community"] / times["objects"]
        micro = times["community"] / (2 * size) * 1e6
        print(
            f"{size:>7,} assets and ties: {ratio:.2f} x the time of making the objects "
            f"(target: {TARGET:.1f} x or less), {micro:.2f} microseconds a part"
        )


if __name__ == "__main__":
    main()

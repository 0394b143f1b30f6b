using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Goldens;
using IntegrationHub.Mdm.Registry.Stewardship;

namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>The second half of every operation that touches the index: resolve, then golden records, then the steward's queue.</summary>
internal static class Settlement
{
    private static readonly Resolution Nothing = new([], [], []);
    private static readonly Dictionary<PartKey, GoldenId> NoWish = [];

    /// <param name="wanted">Ids that an undone decision gives back, by part.</param>
    /// <returns>Part ids that an open review task names.</returns>
    public static async Task<IReadOnlySet<int>> SettleAsync(
        this Writer writer, Work work, string reason, IReadOnlyDictionary<PartKey, GoldenId>? wanted, CancellationToken cancellationToken)
    {
        var resolution = work.IndexTouched ? work.Overlay.Resolve(cancellationToken) : Nothing;
        await new GoldenUpdate(work, writer.Engine, reason).StageAsync(resolution, wanted ?? NoWish, cancellationToken);
        var reviews = new ReviewUpdate(work);
        await reviews.StageAsync(resolution, cancellationToken);
        return reviews.Doubtful;
    }
}

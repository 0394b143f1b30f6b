using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Plays overlays on an index and keeps the partition they lead to.</summary>
internal sealed class History(MatchIndex index)
{
    private readonly Dictionary<int, MatchKey> _keys = [];
    private readonly HashSet<int> _removed = [];
    private readonly Partition _partition = new();

    public void Put(MatchOverlay overlay, int part, MatchRecord record)
    {
        overlay.Put(part, record);
        _keys[part] = record.Key;
        _removed.Remove(part);
    }

    public void Remove(MatchOverlay overlay, int part)
    {
        overlay.Remove(part);
        _removed.Add(part);
    }

    /// <param name="steps">What the page does.</param>
    /// <param name="dropFirst">First resolve and drop the page, as a failed commit does.</param>
    public void Play(IReadOnlyList<Action<MatchOverlay, History>> steps, bool dropFirst)
    {
        _removed.Clear();
        for (var i = dropFirst ? 0 : 1; i < 2; i++)
        {
            using var overlay = index.Begin();
            foreach (var step in steps)
            {
                step(overlay, this);
            }

            var resolution = overlay.Resolve(CancellationToken.None);
            if (i == 1)
            {
                _partition.Apply(resolution, _removed);
                overlay.Fold();
            }
        }
    }

    public string Picture() => Matching.Picture.Of(_partition, _keys);
}

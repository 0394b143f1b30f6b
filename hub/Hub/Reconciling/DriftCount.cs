using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Reconciling;

/// <summary>Adds a comparison up.</summary>
/// <param name="onItsWay">People with changes still to be delivered: what differs of them is no drift.</param>
internal sealed class DriftCount(IReadOnlySet<GoldenId> onItsWay)
{
    private readonly List<Drift> _drifts = [];
    private readonly long[] _counts = new long[Enum.GetValues<DriftKind>().Length];

    public long Waiting { get; private set; }

    public IReadOnlyList<Drift> Drifts => _drifts;

    public void Add(GoldenId id, DriftKind kind)
    {
        if (onItsWay.Contains(id))
        {
            Waiting++;
            return;
        }

        _counts[(int)kind]++;
        if (_drifts.Count < Reconciliation.MostDrifts)
        {
            _drifts.Add(new Drift(id.ToString(), kind));
        }
    }

    public ReconciliationPoint Point(DateTimeOffset at, long expected, long held) =>
        new(at, expected, held, _counts[(int)DriftKind.Missing], _counts[(int)DriftKind.Different], _counts[(int)DriftKind.Extra]);
}

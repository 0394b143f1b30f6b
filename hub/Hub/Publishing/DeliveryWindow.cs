using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Publishing;

/// <summary>The changes of one subscription that are read but not yet delivered, and which of them may go now: each citizen's in order, others beside it.</summary>
/// <remarks>Pure bookkeeping: no I/O, no clock. A change that touches several citizens waits in all their lanes.</remarks>
internal sealed class DeliveryWindow
{
    private readonly SortedDictionary<long, Delivery> _open = [];
    private readonly Dictionary<GoldenId, Queue<long>> _lanes = [];
    private readonly SortedSet<long> _ready = [];
    private long _read;

    public int Count => _open.Count;

    /// <summary>Every change up to this sequence is settled: delivered, parked or of no concern.</summary>
    public long Settled => _open.Count == 0 ? _read : _open.First().Key - 1;

    public Delivery Oldest => _open.First().Value;

    /// <summary>When the next waiting change may be tried; null when none waits.</summary>
    public DateTimeOffset? NextDue => _ready.Count == 0 ? null : _ready.Min(sequence => _open[sequence].NotBefore);

    /// <summary>Takes a change of the log in, in sequence order.</summary>
    public void Add(ChangeView change)
    {
        Skip(change.Sequence);
        _open.Add(change.Sequence, new Delivery(change));
        foreach (var lane in change.Touched)
        {
            (_lanes.TryGetValue(lane, out var queue) ? queue : _lanes[lane] = new Queue<long>()).Enqueue(change.Sequence);
        }

        MarkReady(change.Sequence);
    }

    /// <summary>Passes over changes the subscription does not concern.</summary>
    public void Skip(long sequence) => _read = Math.Max(_read, sequence);

    /// <summary>The oldest change that may go now, taken out for sending; null when none may.</summary>
    public Delivery? Take(DateTimeOffset now)
    {
        foreach (var sequence in _ready)
        {
            if (_open[sequence].NotBefore <= now)
            {
                _ready.Remove(sequence);
                return _open[sequence];
            }
        }

        return null;
    }

    /// <summary>Takes a waiting change out whatever its time.</summary>
    /// <returns>False when it is being sent, or waits behind another.</returns>
    public bool TakeBack(Delivery delivery) => _ready.Remove(delivery.Change.Sequence);

    /// <summary>Puts a taken change back, to be tried again later; its citizens' later changes keep waiting.</summary>
    public void Retry(Delivery delivery, DateTimeOffset notBefore)
    {
        delivery.NotBefore = notBefore;
        MarkReady(delivery.Change.Sequence);
    }

    /// <summary>A change is delivered or parked: its lanes move on.</summary>
    public void Settle(Delivery delivery)
    {
        _open.Remove(delivery.Change.Sequence);
        _ready.Remove(delivery.Change.Sequence);
        foreach (var lane in delivery.Change.Touched)
        {
            var queue = _lanes[lane];
            queue.Dequeue();
            if (queue.Count == 0)
            {
                _lanes.Remove(lane);
            }
            else
            {
                MarkReady(queue.Peek());
            }
        }
    }

    private void MarkReady(long sequence)
    {
        if (_open[sequence].Change.Touched.All(lane => _lanes[lane].Peek() == sequence))
        {
            _ready.Add(sequence);
        }
    }
}

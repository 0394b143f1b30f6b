using IntegrationHub.Mdm.Matching.Indexing;

namespace IntegrationHub.Mdm.Matching;

/// <summary>A page of changes over the index: put, remove, decide, then resolve, then fold in after the confirmed commit, or dispose to drop it.</summary>
public sealed class MatchOverlay : IDisposable
{
    private readonly MatchIndex _index;
    private readonly Dictionary<int, MatchRecord?> _changes = [];
    private readonly Dictionary<long, PairDecision?> _decisions = [];
    private Page? _solved;
    private bool _closed;

    internal MatchOverlay(MatchIndex index) => _index = index;

    /// <summary>Adds a record, or replaces the one with this part id.</summary>
    public void Put(int partId, MatchRecord record)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        ArgumentNullException.ThrowIfNull(record);
        _solved = null;
        _changes[partId] = record;
    }

    /// <summary>Takes a record out; one that is not in is no error.</summary>
    public void Remove(int partId)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _solved = null;
        _changes[partId] = null;
    }

    public void Decide(PairDecision decision)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        ArgumentNullException.ThrowIfNull(decision);
        _solved = null;
        _decisions[decision.Id] = decision;
    }

    public void Withdraw(long decisionId)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _solved = null;
        _decisions[decisionId] = null;
    }

    /// <summary>Scores what changed and partitions every touched component anew. Runs on all cores; the result does not depend on them.</summary>
    /// <exception cref="InvalidOperationException">Two live parts would bear one key.</exception>
    /// <exception cref="ArgumentException">A record was made for a model of other fields.</exception>
    public Resolution Resolve(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var page = new Page(_index, _changes, _decisions);
        var resolution = new PageSolver(_index, page, cancellationToken).Solve();
        _solved = page;
        return resolution;
    }

    /// <summary>Makes the overlay part of the index. Only after <see cref="Resolve"/>.</summary>
    /// <exception cref="InvalidOperationException">Something was put after the last <see cref="Resolve"/>.</exception>
    public void Fold()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _index.Fold(_solved ?? throw new InvalidOperationException("resolve the overlay before folding it in"));
        Dispose();
    }

    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _index.Release();
        }
    }
}

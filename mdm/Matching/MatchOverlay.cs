namespace IntegrationHub.Mdm.Matching;

/// <summary>A page of changes over the index: put, remove, decide, then resolve, then fold in after the confirmed commit, or dispose to drop it.</summary>
public sealed class MatchOverlay(MatchIndex index) : IDisposable
{
    /// <summary>Adds a record, or replaces the one with this part id.</summary>
    public void Put(int partId, MatchRecord record) => throw new NotSupportedException($"{index.Model.Version}{partId}{record.Key}");

    public void Remove(int partId) => throw new NotSupportedException($"{partId}");

    public void Decide(PairDecision decision) => throw new NotSupportedException($"{decision.Id}");

    public void Withdraw(long decisionId) => throw new NotSupportedException($"{decisionId}");

    /// <summary>Scores what changed and partitions every touched component anew. Runs on all cores; the result does not depend on them.</summary>
    public Resolution Resolve(CancellationToken cancellationToken) => throw new NotSupportedException($"{cancellationToken.IsCancellationRequested}");

    /// <summary>Makes the overlay part of the index. Only after <see cref="Resolve"/>.</summary>
    public void Fold() => throw new NotSupportedException();

    public void Dispose() { }
}

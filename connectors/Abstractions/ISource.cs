namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Reads a foreign system page by page.</summary>
/// <remarks>
/// MUST give exactly the rest after any checkpoint it ever gave; MUST give the same keys when read again; MUST end with
/// <see cref="SourceRead.Failed"/> instead of an exception for anything the foreign system can do wrong.
/// </remarks>
public interface ISource
{
    /// <param name="after">Null reads from the beginning.</param>
    /// <param name="cancellationToken">Stops between pages and inside waits.</param>
    IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, CancellationToken cancellationToken);

    /// <summary>Called once the page that ends with <paramref name="checkpoint"/> is durably committed; a source may clean up behind itself (move a file to <c>done/</c>).</summary>
    ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken);
}

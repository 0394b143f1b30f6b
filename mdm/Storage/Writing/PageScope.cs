using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>What the writers of one page share.</summary>
internal sealed class PageScope
{
    /// <summary>Keys of one query: enough to make round trips rare, few enough for every server.</summary>
    public const int Chunk = 500;

    public PageScope(RegistryCommit commit, RegistryContext context, BulkWriter bulk, CancellationToken cancellationToken)
    {
        (Commit, Context, Bulk, Cancellation) = (commit, context, bulk, cancellationToken);
        Before = Reading.RegistryQueries.State(context).Single();
        Connections = new ConnectionBook([.. Reading.RegistryQueries.Connections(context)]);
    }

    public RegistryCommit Commit { get; }

    public RegistryContext Context { get; }

    public BulkWriter Bulk { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The state row as the page found it.</summary>
    public StateEntity Before { get; }

    public ConnectionBook Connections { get; }

    /// <summary>For one form at a time.</summary>
    public WireWriter Wire { get; } = new();
}

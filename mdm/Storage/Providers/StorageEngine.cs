using System.Data.Common;
using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Providers;

/// <summary>What differs between the providers: contexts, the writer's connection, its bulk writer. Everything else is one code.</summary>
internal abstract class StorageEngine : IAsyncDisposable
{
    /// <summary>A reading context on a pooled connection.</summary>
    public abstract RegistryContext OpenRegistry();

    public abstract OperationsContext OpenOperations();

    /// <summary>Reads by key, of committed data.</summary>
    public virtual PointReads OpenReads(ConnectionNames names) => new EfPointReads(this, names);

    /// <summary>Opens the one connection that writes pages.</summary>
    public abstract Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken);

    public abstract BulkWriter OpenBulk(DbConnection writer);

    /// <summary>Starts the transaction of a page.</summary>
    public abstract DbTransaction Begin(DbConnection writer, BulkWriter bulk);

    /// <summary>A context over the writer's connection and transaction.</summary>
    public abstract RegistryContext OpenOn(DbConnection writer, DbTransaction transaction);

    /// <summary>Keeps other processes from upgrading this database until it is disposed of; it ends with the process too.</summary>
    /// <returns>Null where EF Core's own lock is enough.</returns>
    public virtual Task<IAsyncDisposable?> LockUpgradeAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(null);

    /// <summary>Whether an insert failed because another one was first.</summary>
    public abstract bool IsDuplicate(Exception exception);

    /// <summary>Housekeeping after a committed page, off the caller's path where it takes long.</summary>
    /// <param name="erased">The page erased people: what they left must leave the files too.</param>
    public virtual void AfterCommit(DbConnection writer, bool erased)
    {
    }

    public abstract ValueTask DisposeAsync();
}

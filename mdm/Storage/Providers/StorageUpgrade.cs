using System.Data.Common;
using System.Security.Cryptography;

namespace IntegrationHub.Mdm.Storage.Providers;

/// <summary>Brings a database to this program's version at start, and refuses one that a newer program wrote.</summary>
internal static class StorageUpgrade
{
    private const int IdKeyLength = 32;

    public static async Task RunAsync(StorageEngine engine, byte[]? idKey, CancellationToken cancellationToken)
    {
        try
        {
            await using var upgrading = await engine.LockUpgradeAsync(cancellationToken);
            await using var registry = engine.OpenRegistry();
            await MigrateAsync(registry, cancellationToken);
            await using var operations = engine.OpenOperations();
            await MigrateAsync(operations, cancellationToken);
            await SeedAsync(engine, idKey ?? RandomNumberGenerator.GetBytes(IdKeyLength), cancellationToken);
        }
        catch (DbException exception)
        {
            throw new StorageException("the database cannot be opened or upgraded: check that it is there, reachable, and that its account may create tables", exception);
        }
    }

    private static async Task MigrateAsync(DbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var newer = applied.FirstOrDefault(step => !known.Contains(step));
        if (newer is not null)
        {
            throw new StorageException($"the database was written by a newer version of the program (step {newer}): start that version, or restore an older backup");
        }

        if (!known.IsSubsetOf(applied))
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    private static async Task SeedAsync(StorageEngine engine, byte[] idKey, CancellationToken cancellationToken)
    {
        await using var context = engine.OpenRegistry();
        if (await context.State.AnyAsync(cancellationToken))
        {
            return;
        }

        context.State.Add(new StateEntity { Id = 1, IdKey = idKey });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception.GetBaseException()))
        {
            // Two nodes started on a new database at once: the other one's key holds for both.
            context.ChangeTracker.Clear();
        }
    }
}

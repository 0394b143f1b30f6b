namespace IntegrationHub.Mdm.Storage.Schema;

/// <summary>What the hub keeps beside the registry: on the embedded default in a file of its own.</summary>
internal abstract class OperationsContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<RunEntity> Runs => Set<RunEntity>();

    public DbSet<DocumentEntity> Documents => Set<DocumentEntity>();

    public DbSet<CursorEntity> Cursors => Set<CursorEntity>();

    public DbSet<ParkedEntity> Parked => Set<ParkedEntity>();

    public DbSet<AuditEntity> Audit => Set<AuditEntity>();

    public DbSet<TokenEntity> Tokens => Set<TokenEntity>();

    public DbSet<LeaseEntity> Leases => Set<LeaseEntity>();

    public DbSet<ToldEntity> Told => Set<ToldEntity>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RunEntity>(table =>
        {
            table.ToTable("runs").HasKey(row => row.RunId);
            table.HasIndex(row => row.StartedAt);
        });
        modelBuilder.Entity<DocumentEntity>().ToTable("documents").HasKey(row => new { row.Kind, row.Name, row.Version });
        modelBuilder.Entity<CursorEntity>().ToTable("delivery_cursors").HasKey(row => row.Subscription);
        modelBuilder.Entity<ParkedEntity>().ToTable("parked_deliveries").HasKey(row => new { row.Subscription, row.Sequence });
        modelBuilder.Entity<AuditEntity>(table =>
        {
            table.ToTable("audit").HasKey(row => row.Id);
            table.HasIndex(row => row.At);
            table.HasIndex(row => new { row.Golden, row.At });
        });
        modelBuilder.Entity<TokenEntity>().ToTable("tokens").HasKey(row => row.Hash);
        modelBuilder.Entity<LeaseEntity>().ToTable("leases").HasKey(row => row.Name);
        modelBuilder.Entity<ToldEntity>(table =>
        {
            table.ToTable("told_citizens").HasKey(row => new { row.Subscription, row.Golden });
            table.HasIndex(row => new { row.Subscription, row.ForeignKey });
        });
        modelBuilder.UseOurConventions(Database.ProviderName);
    }
}

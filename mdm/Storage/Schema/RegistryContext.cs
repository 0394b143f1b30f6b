namespace IntegrationHub.Mdm.Storage.Schema;

/// <summary>The registry's tables: one model for three providers.</summary>
internal abstract class RegistryContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<StateEntity> State => Set<StateEntity>();

    public DbSet<ConnectionEntity> Connections => Set<ConnectionEntity>();

    public DbSet<RecordEntity> Records => Set<RecordEntity>();

    public DbSet<RecordVersionEntity> RecordVersions => Set<RecordVersionEntity>();

    public DbSet<PartEntity> Parts => Set<PartEntity>();

    public DbSet<LinkedEntity> Linked => Set<LinkedEntity>();

    public DbSet<PairEntity> Pairs => Set<PairEntity>();

    public DbSet<GoldenEntity> Goldens => Set<GoldenEntity>();

    public DbSet<GoldenVersionEntity> GoldenVersions => Set<GoldenVersionEntity>();

    public DbSet<GoldenNameEntity> GoldenNames => Set<GoldenNameEntity>();

    public DbSet<GoldenKeyEntity> GoldenKeys => Set<GoldenKeyEntity>();

    public DbSet<RetiredEntity> Retired => Set<RetiredEntity>();

    public DbSet<ChangeEntity> Changes => Set<ChangeEntity>();

    public DbSet<ChangeTouchEntity> ChangeTouches => Set<ChangeTouchEntity>();

    public DbSet<ReviewEntity> Reviews => Set<ReviewEntity>();

    public DbSet<DecisionEntity> Decisions => Set<DecisionEntity>();

    public DbSet<QuarantineEntity> Quarantine => Set<QuarantineEntity>();

    public DbSet<RunPageEntity> RunPages => Set<RunPageEntity>();

    public DbSet<CheckpointEntity> Checkpoints => Set<CheckpointEntity>();

    public DbSet<SuppressionEntity> Suppressions => Set<SuppressionEntity>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StateEntity>().ToTable("registry_state").HasKey(row => row.Id);
        modelBuilder.Entity<ConnectionEntity>().ToTable("connections").HasKey(row => row.Id);
        modelBuilder.Entity<RecordEntity>(table =>
        {
            table.ToTable("records").HasKey(row => row.RecordId);
            table.HasIndex(row => row.KeyHash).IsUnique();
        });
        modelBuilder.Entity<RecordVersionEntity>().ToTable("record_versions").HasKey(row => new { row.RecordId, row.Revision });
        modelBuilder.Entity<PartEntity>(table =>
        {
            table.ToTable("parts").HasKey(row => row.PartId);
            table.HasIndex(row => row.RecordId);
        });
        modelBuilder.Entity<LinkedEntity>().ToTable("linked").HasKey(row => row.RecordId);
        modelBuilder.Entity<PairEntity>().ToTable("pairs").HasKey(row => new { row.Younger, row.Older });
        modelBuilder.Entity<GoldenEntity>().ToTable("goldens").HasKey(row => row.Golden);
        modelBuilder.Entity<GoldenVersionEntity>().ToTable("golden_versions").HasKey(row => row.Row);
        modelBuilder.Entity<GoldenNameEntity>().ToTable("golden_names").HasKey(row => new { row.Name, row.Golden });
        modelBuilder.Entity<GoldenKeyEntity>().ToTable("golden_keys").HasKey(row => new { row.Hash, row.Golden });
        modelBuilder.Entity<RetiredEntity>().ToTable("retired").HasKey(row => new { row.MergedInto, row.Golden });
        modelBuilder.Entity<ChangeEntity>().ToTable("changes").HasKey(row => row.Sequence);
        modelBuilder.Entity<ChangeTouchEntity>().ToTable("change_touches").HasKey(row => new { row.Golden, row.Sequence });
        modelBuilder.Entity<ReviewEntity>(table =>
        {
            table.ToTable("reviews").HasKey(row => row.TaskId);
            table.HasIndex(row => new { row.State, row.Weight, row.TaskId }).IsDescending(false, true, false);
            table.HasIndex(row => row.PartA);
            table.HasIndex(row => row.PartB);
        });
        modelBuilder.Entity<DecisionEntity>().ToTable("decisions").HasKey(row => row.DecisionId);
        modelBuilder.Entity<QuarantineEntity>(table =>
        {
            table.ToTable("quarantine").HasKey(row => row.Number);
            table.HasIndex(row => row.Id).IsUnique();
            table.HasIndex(row => row.KeyHash);
            table.HasIndex(row => new { row.Expired, row.ExpiresAt });
        });
        modelBuilder.Entity<RunPageEntity>().ToTable("run_pages").HasKey(row => new { row.RunId, row.Page });
        modelBuilder.Entity<CheckpointEntity>().ToTable("checkpoints").HasKey(row => row.Connection);
        modelBuilder.Entity<SuppressionEntity>().ToTable("suppressions").HasKey(row => row.Hash);
        modelBuilder.UseOurConventions(Database.ProviderName);
    }
}

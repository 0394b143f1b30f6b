using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Connectors.Sandbox.Town.Random;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>A generated French town: people, and what each system of the town hall says of them.</summary>
/// <remarks>
/// Holds a few bytes for each family, whatever the size: every record is made again from its number. Streams may be read
/// any number of times, side by side, from any thread, and always give the same.
/// </remarks>
public sealed class Town
{
    private readonly TownSettings settings;
    private readonly FamilyMaker families;
    private readonly Planner planner;
    private readonly RecordMaker records;
    private readonly TownIndex index;
    private readonly Town? before;

    private Town(TownSettings settings)
    {
        this.settings = settings;
        families = new FamilyMaker(settings.Seed, settings.Today, settings.MonthLater);
        planner = new Planner(settings.Seed, settings.MonthLater);
        records = new RecordMaker(settings.Seed, settings.Today, settings.MonthLater);
        before = settings.MonthLater ? new Town(settings with { MonthLater = false }) : null;
        index = TownIndex.Build(settings, families, planner, before?.Families);
    }

    /// <exception cref="ArgumentException">Neither people nor records are given, or no system.</exception>
    public static Town Generate(TownSettings settings) => new(settings);

    public TownSettings Settings => settings;

    public int People => index.People;

    public int Families => index.Families;

    /// <summary>How many records a system holds.</summary>
    public int Count(TownSystem system) => index.Records(system).Total;

    /// <summary>How many rows <see cref="Rows"/> gives.</summary>
    public int RowCount => settings is { Records: { } exact, MonthLater: false } ? exact : index.Rows.Total;

    /// <summary>All families, for who wants the truth itself.</summary>
    public IEnumerable<Family> Truth() => Enumerable.Range(0, Families).Select(number => families.At(number));

    /// <summary>A system's records in shuffled order.</summary>
    public IEnumerable<TownRecord> Records(TownSystem system)
    {
        var starts = index.Records(system);
        var order = new KeyedPermutation(settings.Seed, Order(system), (ulong)starts.Total);
        for (var place = 0; place < starts.Total; place++)
        {
            var (number, within) = starts.Find((int)order[(ulong)place]);
            var family = families.At(number);
            var entry = planner.Plan(family).Where(candidate => candidate.System == system).ElementAt(within);
            var record = records.Make(family, entry);
            yield return before is null || (number < before.Families && RecordMaker.Same(record, before.records.Make(before.families.At(number), entry)))
                ? record : records.Touched(record);
        }
    }

    /// <summary>Every person of every record of the chosen systems, all systems shuffled together.</summary>
    public IEnumerable<TownRow> Rows()
    {
        var total = RowCount;
        var order = new KeyedPermutation(settings.Seed, Order((TownSystem)15), (ulong)total);
        for (var place = 0; place < total; place++)
        {
            var (number, within) = index.Rows.Find((int)order[(ulong)place]);
            var family = families.At(number);
            foreach (var entry in planner.Plan(family).Where(entry => settings.Systems.Contains(entry.System)))
            {
                if (within < entry.People.Count)
                {
                    yield return new TownRow(entry.System, records.Say(family, entry, within));
                    break;
                }

                within -= entry.People.Count;
            }
        }
    }

    private ulong Order(TownSystem system) => Streams.Order + (ulong)system + (settings.MonthLater ? 16UL : 0);
}

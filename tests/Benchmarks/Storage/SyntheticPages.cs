using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Tests.Benchmarks.Storage;

/// <summary>Pages as an import makes them, without the import: bodies of about 1 kB, and four records of ten join a person who is there already.</summary>
internal sealed class SyntheticPages(GoldenIdSequence ids, int pageRecords)
{
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Givens = ["Marie", "Jean", "Zoé", "Léo", "Inès", "Paul", "Anaïs", "Louis", "Chloé", "Hugo"];
    private readonly List<GoldenRow> _goldens = [];
    private readonly Random _random = new(7);
    private int _record;
    private long _change;

    public RegistryCommit Next(RegistryState state)
    {
        var records = new List<RecordRow>(pageRecords);
        var parts = new List<PartRow>(pageRecords);
        var pairs = new List<ScoredPair>();
        var goldens = new Dictionary<int, GoldenRow>();
        var changes = new List<RegistryChange>(pageRecords);
        for (var i = 0; i < pageRecords; i++)
        {
            var record = NewRecord();
            var part = new PartKey(record.Key, "");
            var joins = _goldens.Count > 10 && _random.Next(10) < 4 ? _random.Next(_goldens.Count) : -1;
            joins = joins >= 0 && goldens.ContainsKey(joins) ? -1 : joins;
            var place = joins < 0 ? _goldens.Count : joins;
            var golden = joins < 0 ? First(part) : Joined(_goldens[joins], part);
            if (joins < 0)
            {
                _goldens.Add(golden);
            }
            else
            {
                _goldens[joins] = golden;
                pairs.Add(new ScoredPair(_record, _random.Next(1, _record), 9000, 0x1234, false));
            }

            goldens[place] = golden;
            records.Add(record);
            parts.Add(new PartRow { PartId = _record, RecordId = _record, Key = part, Golden = golden.Golden.Id, Citizen = golden.Golden.Citizen, ChangedAt = At });
            changes.Add(new RegistryChange
            {
                Sequence = ++_change, Kind = joins < 0 ? ChangeKind.Created : ChangeKind.Linked, Golden = golden.Golden.Id, Version = golden.Golden.Version,
                At = At, Touched = [golden.Golden.Id], Attributes = ["birthName", "givenNames", "address"], Reason = "source:crm",
            });
        }

        return new RegistryCommit
        {
            State = state with { Page = state.Page + 1, LastRecordId = _record, LastPartId = _record, GoldenCount = _goldens.Count, LastChange = _change },
            At = At, Records = records, Parts = parts, PairsAdded = pairs, Goldens = [.. goldens.Values], Changes = changes,
            Run = new RunPage("run-1", "crm", (int)state.Page + 1, [.. records.Select(record => new RecordOutcome(record.Key.Key, OutcomeKind.Created))]),
            Checkpoint = new CheckpointRow("crm", $"line {_record}", At),
        };
    }

    private RecordRow NewRecord()
    {
        var id = ++_record;
        // Keys arrive in no order, as in real files.
        var key = ((long)id * 7_368_787 % 2_147_483_647).ToString(CultureInfo.InvariantCulture);
        return new RecordRow
        {
            RecordId = id, Key = new RecordKey("crm", key), Version = new SourceVersion(1, ""), Revision = 1, ContentHash = new UInt128(1, (ulong)id),
            ChangedAt = At, ReceivedAt = At, Body = Encoding.UTF8.GetBytes($"{{\"id\":\"{key}\",\"note\":\"{new string((char)('a' + (id % 26)), 950)}\"}}"),
        };
    }

    private GoldenRow First(PartKey part)
    {
        var citizen = NewCitizen();
        return Row(new GoldenRecord { Id = ids.At(_goldens.Count), Version = 1, Citizen = citizen, Members = [part], Provenance = Provenances(part) });
    }

    private static GoldenRow Joined(GoldenRow row, PartKey part) => Row(row.Golden with
    {
        Version = row.Golden.Version + 1, Members = [.. row.Golden.Members, part], Provenance = Provenances(part),
    });

    private static GoldenRow Row(GoldenRecord golden) => new(golden, At, At);

    private static List<Provenance> Provenances(PartKey part) =>
        [.. new[] { "birthName", "givenNames", "sex", "birthDate", "birthPlace", "emails", "phones", "addresses" }.Select(group => new Provenance(group, part, At, "recency"))];

    private Citizen NewCitizen()
    {
        var number = _random.Next(1_000_000);
        return new Citizen
        {
            BirthName = $"{(char)('A' + (number % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number / 676 % 26))}rtin{number % 97}",
            UsageName = number % 5 == 0 ? $"Durand{number % 1000}" : null,
            GivenNames = [Givens[number % 10], Givens[number / 10 % 10]],
            Sex = number % 2 == 0 ? Sex.Female : Sex.Male,
            BirthDate = new PartialDate(1930 + (number % 90), 1 + (number % 12), 1 + (number % 28)),
            BirthPlace = new BirthPlace("75114", "Paris 14e", "99100"),
            Emails = [new ContactPoint($"person{number}@example.fr", "home")],
            Phones = [new ContactPoint($"+336{number:D8}", "mobile")],
            Addresses = [new PostalAddress { HouseNumber = "12", Street = $"rue des Lilas {number % 400}", PostCode = "75014", City = "Paris", CommuneCode = "75114", CountryCode = "99100" }],
        };
    }
}

using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Enriching;

/// <summary>Makes of each person at most one question, out of one part alone: whoever may see that part may see its answer, and no other source's word is in it.</summary>
internal sealed class Questions(Inquiry inquiry)
{
    private readonly ContractView _view = inquiry.Reader.View;

    /// <returns>In the order given; null for whom nothing can be asked about.</returns>
    public async Task<IReadOnlyList<Question?>> OfAsync(IReadOnlyList<CitizenView> people, CancellationToken cancellationToken)
    {
        var rows = (await inquiry.Registry.FindGoldensAsync([.. people.Select(person => person.Id)], cancellationToken)).ToDictionary(row => row.Golden.Id);
        RecordKey[] keys = [.. rows.Values.SelectMany(row => row.Golden.Members).Select(part => part.Record).Distinct()];
        var records = keys.Length == 0 ? [] : (await inquiry.Store.FindRecordsAsync(keys, cancellationToken)).ToDictionary(stored => stored.Record.Key);
        return [.. people.Select(person => rows.TryGetValue(person.Id, out var row) ? Of(person, row, records) : null)];
    }

    // What a steward typed is nobody's part: an answer about what it stands for would be wrong or say too much.
    private Question? Of(CitizenView person, GoldenRow row, Dictionary<RecordKey, StoredRecord> records) => _view.Overridden(row)
        ? null
        : Parts(person).Select(about => Of(about, row, [.. row.Golden.Members.Select(part => part.Record).Distinct().Where(records.ContainsKey).Select(key => records[key])]))
            .FirstOrDefault(question => question is not null);

    private Question? Of(PartKey about, GoldenRow row, IReadOnlyList<StoredRecord> sources)
    {
        if (_view.OfPart(about, row, sources) is not { } own)
        {
            return null;
        }

        var told = new GoldenRecord { Id = own.Id, Version = 0, State = own.State, Citizen = own.Citizen, Members = own.Members };
        return Question.Of(own.Id, about, inquiry.Question.Map(told, inquiry.Clock.GetUtcNow()).Target, own.Provenance.Max(line => line.At), inquiry.Secret.Span);
    }

    /// <summary>First those whose words, or answers about them, are in the golden record.</summary>
    private static IEnumerable<PartKey> Parts(CitizenView person)
    {
        var given = person.Provenance.Select(line => line.Source is { } source ? AnswerKey.About(source) ?? source : (PartKey?)null).ToList();
        return person.Members.OrderByDescending(part => given.Count(source => source == part));
    }
}

using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Wire;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>Brings a page's records into a work: finds each record's live version and what changed in its parts.</summary>
internal sealed class PageAbsorber(Work work, MatchProjection projection)
{
    private readonly RestrictedGoldens _restricted = new(work);
    private readonly AnchoredAnswers _answers = new(work, projection);

    /// <summary>Restricted golden records whose parts this page changed: their values follow, silently.</summary>
    public RestrictedGoldens Restricted => _restricted;

    /// <returns>One outcome per record in page order, then one per quarantined row.</returns>
    public async Task<List<RecordOutcome>> StageAsync(RegistryPage page, CancellationToken cancellationToken)
    {
        var outcomes = new OutcomeKind[page.Records.Count];
        var arrivals = new Dictionary<RecordKey, List<int>>(page.Records.Count);
        var hashes = Hashes(page.Records);
        var versions = new LiveVersion[page.Records.Count];
        await _answers.LoadAsync(page, cancellationToken);
        for (var i = 0; i < outcomes.Length; i++)
        {
            var record = page.Records[i].Record;
            if (work.Memory.Suppression.Holds(record.Key) || _answers.IsHomeless(record))
            {
                outcomes[i] = OutcomeKind.Suppressed;
            }
            else if (record.Citizens.Count > 1 && record.Citizens.DistinctBy(part => part.Part, StringComparer.Ordinal).Count() != record.Citizens.Count)
            {
                outcomes[i] = OutcomeKind.Quarantined;
                work.Quarantine.Add(TwiceNamed(page, i));
            }
            else
            {
                versions[i] = new LiveVersion(record.Version, record.Deleted, hashes[i]);
                if (!arrivals.TryGetValue(record.Key, out var indexes))
                {
                    arrivals.Add(record.Key, indexes = new List<int>(1));
                }

                indexes.Add(i);
            }
        }

        var stored = arrivals.Count == 0 ? [] : await work.Reads.FindRecordsAsync(arrivals.Keys, cancellationToken);
        var byKey = stored.ToDictionary(record => record.Record.Key);
        foreach (var (key, indexes) in arrivals)
        {
            await AbsorbAsync(page, indexes, versions, outcomes, byKey.GetValueOrDefault(key), cancellationToken);
        }

        var quarantine = page.Quarantine.Select(row => (Row: row, Erased: row.Key is { } key && work.Memory.Suppression.Holds(new RecordKey(row.Connection, key)))).ToList();
        work.Quarantine.AddRange(quarantine.Where(one => !one.Erased).Select(one => one.Row));
        work.Replayed = page.Replayed;
        work.Checkpoint = page.Checkpoint;
        var result = new List<RecordOutcome>(outcomes.Length + page.Quarantine.Count);
        for (var i = 0; i < outcomes.Length; i++)
        {
            result.Add(new RecordOutcome(page.Records[i].Record.Key.Key, outcomes[i]));
        }

        result.AddRange(quarantine.Select(one => new RecordOutcome(one.Row.Key ?? one.Row.Position, one.Erased ? OutcomeKind.Suppressed : OutcomeKind.Quarantined)));
        work.Run = page.RunId is null ? null : new RunPage(page.RunId, page.Connection, page.Number, result);
        return result;
    }

    private static UInt128[] Hashes(IReadOnlyList<Arrival> arrivals)
    {
        var hashes = new UInt128[arrivals.Count];
        Parallel.For(
            0,
            hashes.Length,
            static () => new ContentHash(),
            (i, _, hasher) =>
            {
                hashes[i] = arrivals[i].Prepared is { } prepared && prepared.IsOf(arrivals[i]) ? prepared.Hash : hasher.Of(arrivals[i]);
                return hasher;
            },
            static _ => { });
        return hashes;
    }

    /// <summary>All arrivals of one key, in the order of their source; only the last one standing is written.</summary>
    private async Task AbsorbAsync(
        RegistryPage page, List<int> indexes, LiveVersion[] versions, OutcomeKind[] outcomes, StoredRecord? stored, CancellationToken cancellationToken)
    {
        if (indexes.Count > 1)
        {
            indexes.Sort((a, b) => versions[a].OrderTo(versions[b]) is var order && order != 0 ? order : a.CompareTo(b));
        }

        var live = stored is null ? (LiveVersion?)null : new LiveVersion(stored.Record.Version, stored.Record.Deleted, stored.Record.ContentHash);
        var winner = -1;
        var absorbed = 0;
        foreach (var i in indexes)
        {
            var version = versions[i];
            if (live is { } current && version.SameContent(current))
            {
                outcomes[i] = OutcomeKind.Unchanged;
                live = version.Version.CompareTo(current.Version) > 0 ? version : current;
            }
            else if (live is { } later && version.OrderTo(later) < 0)
            {
                outcomes[i] = OutcomeKind.Superseded;
            }
            else
            {
                outcomes[i] = version.Deleted ? OutcomeKind.Deleted : live is { Deleted: false } ? OutcomeKind.Updated : OutcomeKind.Created;
                (live, winner, absorbed) = (version, i, absorbed + 1);
            }
        }

        if (winner >= 0)
        {
            await ReplaceAsync(page.Records[winner], live!.Value, absorbed, stored, cancellationToken);
        }
        else if (stored is not null && live!.Value.Version.CompareTo(stored.Record.Version) > 0)
        {
            work.Reseen.Add((stored.Record.RecordId, live.Value.Version));
        }
    }

    private async Task ReplaceAsync(Arrival arrival, LiveVersion live, int absorbed, StoredRecord? stored, CancellationToken cancellationToken)
    {
        var record = arrival.Record;
        var citizens = record.Deleted ? [] : record.Citizens.Where(part => !work.Memory.Suppression.Holds(new PartKey(record.Key, part.Part))).ToList();
        var whole = record.Deleted || citizens.Count == record.Citizens.Count;
        var recordId = stored?.Record.RecordId ?? work.NextRecordId();
        var changedAt = Instants.Whole(record.ChangedAt);
        work.Records.Add(new RecordRow
        {
            RecordId = recordId,
            Key = record.Key,
            Version = live.Version,
            Revision = (stored?.Record.Revision ?? 0) + absorbed,
            ContentHash = live.Hash,
            Deleted = record.Deleted,
            ChangedAt = changedAt,
            ReceivedAt = work.At,
            Body = record.Deleted || !whole ? default : arrival.Body,
        });
        if (stored is not null || record.Organisations.Count + record.Relationships.Count + record.LinkedItems.Count > 0)
        {
            work.Linked.Add(record.Deleted ? new LinkedRow(recordId, [], [], []) : Linked(recordId, record));
        }

        var parts = stored?.Parts ?? [];
        foreach (var citizen in citizens)
        {
            var key = new PartKey(record.Key, citizen.Part);
            await PutAsync(parts.FirstOrDefault(part => part.Key.Part == citizen.Part), key, recordId, arrival, citizen.Citizen, changedAt, cancellationToken);
        }

        foreach (var part in parts.Where(part => part.Golden is not null && citizens.TrueForAll(citizen => citizen.Part != part.Key.Part)))
        {
            var golden = part.Golden!.Value;
            work.Save(part with { Golden = null, LastGolden = golden, Citizen = new Citizen(), ChangedAt = changedAt });
            if (part.Matchable)
            {
                work.TakeFromIndex(part, golden);
            }
            else if (!AnswerKey.IsAnswer(part.Key) || !await _answers.LeftAsync(part, cancellationToken))
            {
                _restricted.Touch(golden, part, stays: false);
            }
        }
    }

    private LinkedRow Linked(int recordId, MappedRecord record)
    {
        bool Stays(string? part) => part is null || !work.Memory.Suppression.Holds(new PartKey(record.Key, part));
        return new LinkedRow(
            recordId,
            record.Organisations,
            [.. record.Relationships.Where(relationship => Stays(relationship.FromPart) && Stays(relationship.ToPart))],
            [.. record.LinkedItems.Where(item => Stays(item.OwnerPart))]);
    }

    private async Task PutAsync(
        PartRow? known, PartKey key, int recordId, Arrival arrival, Citizen citizen, DateTimeOffset? changedAt, CancellationToken cancellationToken)
    {
        if (known?.Golden is not null && known.ChangedAt == changedAt && RegistryWire.Write(known.Citizen).AsSpan().SequenceEqual(RegistryWire.Write(citizen)))
        {
            work.Know(known);
            return;
        }

        var part = known is null
            ? new PartRow { PartId = work.NextPartId(), RecordId = recordId, Key = key, Citizen = citizen, ChangedAt = changedAt }
            : known with { Citizen = citizen, ChangedAt = changedAt };
        if (AnswerKey.IsAnswer(key))
        {
            _answers.Put(part);
            return;
        }

        if (!part.Matchable)
        {
            var golden = part.Golden ?? part.LastGolden;
            if (golden is { } restricted && await _restricted.StillHoldsAsync(restricted, cancellationToken))
            {
                part = part with { Golden = restricted };
                work.Save(part);
                _restricted.Touch(restricted, part, stays: true);
                return;
            }

            part = part with { Matchable = true };
        }

        work.Save(part);
        work.PutInIndex(part, Projected(arrival, key, citizen));
    }

    private MatchRecord Projected(Arrival arrival, PartKey key, Citizen citizen)
    {
        if (arrival.Prepared is { } prepared && prepared.IsOf(arrival) && ReferenceEquals(prepared.Projection, projection))
        {
            for (var i = 0; i < prepared.Parts.Count; i++)
            {
                if (arrival.Record.Citizens[i].Part == key.Part)
                {
                    return prepared.Parts[i];
                }
            }
        }

        return projection.Project(key, citizen);
    }

    private QuarantineRow TwiceNamed(RegistryPage page, int index) => new()
    {
        Id = new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{page.RunId}\u001f{page.Connection}\u001f{page.Number}\u001f{index}")).AsSpan(0, 16)),
        Connection = page.Connection,
        Key = page.Records[index].Record.Key.Key,
        Version = page.Records[index].Record.Version,
        ChangedAt = page.Records[index].Record.ChangedAt,
        Position = $"page {page.Number}, record {index + 1}",
        Code = "registry.part-twice",
        Body = page.Records[index].Body,
        Parsed = true,
        RunId = page.RunId ?? "",
        At = work.At,
    };
}

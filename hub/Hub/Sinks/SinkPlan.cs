using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Sinks;

/// <summary>Which record of the foreign system stands for each person of an event, and in which order they are written.</summary>
/// <remarks>A contact that changes hands (a split) is written for its new person first: only then is its old person's key free.</remarks>
internal sealed class SinkPlan
{
    private readonly string _connection;
    private readonly CitizenEvent _told;
    private readonly IReadOnlyDictionary<GoldenId, ToldCitizen> _known;
    private readonly Dictionary<string, GoldenId> _held = new(StringComparer.Ordinal);

    /// <param name="connection">The system's connection.</param>
    /// <param name="told">The event.</param>
    /// <param name="known">What was written for its people before.</param>
    public SinkPlan(string connection, CitizenEvent told, IReadOnlyDictionary<GoldenId, ToldCitizen> known)
    {
        (_connection, _told, _known) = (connection, told, known);
        foreach (var person in told.People)
        {
            foreach (var key in Own(person))
            {
                _held.TryAdd(key, person.Id);
            }
        }
    }

    public IEnumerable<PersonState> InOrder => _told.People.OrderBy(Turn).ThenBy(person => person.Id);

    /// <summary>The record's id there; null where it is to be found or made by its golden id.</summary>
    public string? ForeignKey(PersonState person)
    {
        var row = _known.GetValueOrDefault(person.Id);
        var own = Own(person);
        if (row?.ForeignKey is { } before && !Left(person, before))
        {
            return before;
        }

        return own.Count > 0 ? own[0] : null;
    }

    /// <summary>The record this person had and another has now, where it may still bear this person's key; null when there is none.</summary>
    public string? Former(PersonState person) => _known.GetValueOrDefault(person.Id)?.ForeignKey is { } before && Left(person, before) ? before : null;

    /// <summary>True when a later change of the log will say who holds the record this person had: until then nothing may be written.</summary>
    public bool MustWait(PersonState person) =>
        _told.Golden == person.Id && _told.Sequence > 0 && person.Version > _told.Version
        && _known.GetValueOrDefault(person.Id)?.ForeignKey is { } before && Left(person, before) && !_held.ContainsKey(before);

    // Read from there once, and no member any more: it went to another person, or was deleted there.
    private bool Left(PersonState person, string key) =>
        person.Presence == PersonPresence.Active && person.View is not null && !Own(person).Contains(key)
        && (_held.ContainsKey(key) || SentFields.Parse(_known[person.Id].Written).Theirs);

    private int Turn(PersonState person) => person.Presence switch
    {
        PersonPresence.Active when Own(person).Count > 0 => 0,
        PersonPresence.Active => 1,
        _ => 2,
    };

    private List<string> Own(PersonState person) =>
        [.. (person.View?.Members ?? []).Where(part => part.Record.Connection == _connection).Select(part => part.Record.Key).Distinct().Order(StringComparer.Ordinal)];
}

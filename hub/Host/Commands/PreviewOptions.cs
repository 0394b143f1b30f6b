using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Previewing;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>How much a preview shows, and of whom: options that <c>connections preview</c> and <c>connections try</c> share.</summary>
internal sealed class PreviewOptions(Words words, int pages, int records)
{
    private readonly Option<int> _pages = new("--pages") { Description = words["connections.try.pages"], DefaultValueFactory = _ => pages, HelpName = "N" };
    private readonly Option<int> _records = new("--records") { Description = words["connections.try.records"], DefaultValueFactory = _ => records, HelpName = "N" };
    private readonly Option<string[]> _person = new("--person") { Description = words["connections.try.person"], HelpName = "NAME=VALUE;…" };
    private readonly Option<int> _people = new("--people") { Description = words["connections.try.people"], HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Options.Add(_pages);
        command.Options.Add(_records);
        command.Options.Add(_person);
        command.Options.Add(_people);
    }

    /// <exception cref="UsageException">A sample is no NAME=VALUE, or names what the mapping does not read.</exception>
    public PreviewWish Read(ParseResult parsed, ConfiguredConnection connection) => new(
        Math.Max(1, parsed.GetValue(_pages)), Math.Max(0, parsed.GetValue(_records)),
        [.. (parsed.GetValue(_person) ?? []).Select((text, place) => Sample(text, $"--person {place + 1}", connection)), .. parsed.GetValue(_people) is > 0 and var count ? SamplePeople.OfTown(count) : []]);

    private SamplePerson Sample(string text, string name, ConfiguredConnection connection)
    {
        if (connection.Outgoing?.Reads is not { } read)
        {
            throw new UsageException(words["connections.try.person.none", connection.Name]);
        }

        try
        {
            return SampleValues.Of(name, SampleValues.Parse(text), read);
        }
        catch (SampleException wrong)
        {
            throw new UsageException(words["connections.try.person.wrong", wrong.Word, string.Join(", ", read)] + (wrong.Nearest is { } nearest ? " " + words["connections.try.person.nearest", nearest] : ""), wrong);
        }
    }
}

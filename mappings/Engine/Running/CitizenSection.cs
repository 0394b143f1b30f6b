using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Targets;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>Gives the citizens of one section of a document.</summary>
internal sealed class CitizenSection(SectionHeader header, IReadOnlyList<AttributeRule<CitizenDraft>> rules, Unnamed unnamed)
{
    public SectionHeader Header => header;

    private readonly AttributeRule<CitizenDraft>[] rules = [.. rules];

    public void Map(Row record, Attempt attempt, List<CitizenPart> citizens)
    {
        foreach (var (part, scope) in header.Rows(record, attempt))
        {
            var draft = new CitizenDraft();
            foreach (var rule in rules)
            {
                rule.Run(draft, scope, attempt);
            }

            attempt.Attribute = header.Name;
            attempt.Column = null;
            if (draft.HasName || (unnamed == Unnamed.WithBirthDate && draft.BirthDate is not null) || (unnamed == Unnamed.WithAnything && !draft.IsEmpty))
            {
                if (citizens.Exists(c => c.Part == part))
                {
                    attempt.Note("part.twice");
                }
                else
                {
                    citizens.Add(new CitizenPart(part, draft.Build()));
                }
            }
            else if (!draft.IsEmpty)
            {
                attempt.Note("citizen.anonymous");
            }
        }
    }
}

/* SPDX-License-Identifier: MIT */
/* The exclusions as one Lua function, called through its C interface: lua_peer FOLDER ROUNDS */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "peer.h"

static const char *const names[] = { PEER_FACTS, "issue", "complaint" };

static const char rules[] =
	"return function(c)\n"
	"  local found = 0\n"
	"  if c.first_time_service_request then found = found | 1 end\n"
	"  if c.other_policy_more_suitable and not c.other_policy_failed then found = found | 2 "
	"end\n"
	"  if c.reopening_request or c.final_decision_given then found = found | 4 end\n"
	"  if c.claim_filed_at_court or (c.disrepair_claim and c.letter_of_claim_received) then\n"
	"    found = found | 8\n"
	"  end\n"
	"  if not c.service_by_us_or_partners then found = found | 16 end\n"
	"  if c.restriction_in_force then found = found | 32 end\n"
	"  if c.personal_injury_claim or c.third_party_liability_claim then found = found | 64 "
	"end\n"
	"  if c.compensation_claim then found = found | 128 end\n"
	"  if c.about_policy_content then found = found | 256 end\n"
	"  if c.issue + 192 < c.complaint then found = found | 512 end\n"
	"  if c.restriction_in_force and c.restriction_refuses_same_matter\n"
	"      and c.same_matter_as_restricted then\n"
	"    found = found | 1024\n"
	"  end\n"
	"  return found\n"
	"end\n";

struct engine {
	lua_State *lua;
	const int32_t *rows;
	size_t count;
};

static int32_t judge(lua_State *lua, const int32_t *row)
{
	int32_t found;

	lua_pushvalue(lua, 1);
	lua_createtable(lua, 0, PEER_COLUMNS - 1);
	for (int k = 0; k < PEER_FACT_COUNT; k++) {
		lua_pushboolean(lua, row[k]);
		lua_setfield(lua, -2, names[k]);
	}
	lua_pushinteger(lua, row[PEER_ISSUE]);
	lua_setfield(lua, -2, "issue");
	lua_pushinteger(lua, row[PEER_COMPLAINT]);
	lua_setfield(lua, -2, "complaint");
	lua_call(lua, 1, 1);
	found = (int32_t)lua_tointeger(lua, -1);
	lua_pop(lua, 1);
	return found;
}

static void run(void *context, int32_t *found)
{
	struct engine *engine = context;

	for (size_t i = 0; i < engine->count; i++)
		found[i] = judge(engine->lua, engine->rows + i * PEER_COLUMNS);
}

int main(int argument_count, char **arguments)
{
	struct engine engine = { luaL_newstate(), NULL, 0 };
	int32_t *right;
	size_t cells;

	if (argument_count != 3) {
		fprintf(stderr, "lua_peer FOLDER ROUNDS\n");
		return PEER_FAILED;
	}
	if (!engine.lua || luaL_loadstring(engine.lua, rules) || lua_pcall(engine.lua, 0, 1, 0)) {
		fprintf(stderr, "Lua does not take the rules\n");
		return PEER_FAILED;
	}
	right = peer_read(arguments[1], "excluded", &engine.count);
	engine.rows = peer_read(arguments[1], "cases", &cells);
	peer_measure("Lua", LUA_VERSION_MAJOR "." LUA_VERSION_MINOR "." LUA_VERSION_RELEASE, run,
		     &engine, right, engine.count, atoi(arguments[2]));
	lua_close(engine.lua);
	return 0;
}
